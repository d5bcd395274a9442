'use client';

import { Copy } from 'lucide-react';
import { useRef } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';

interface CopyableIdProps {
  /** What it is the id of: "request id". */
  name: string;
  id: string;
}

export function CopyableId({ name, id }: CopyableIdProps) {
  const text = useRef<HTMLElement>(null);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(id);
      toast.success(`The ${name} is copied.`);
    } catch {
      // There is no clipboard on plain-http origins, and it may be forbidden.
      if (text.current) window.getSelection()?.selectAllChildren(text.current);
      toast(`The ${name} is marked: copy it with Ctrl+C or ⌘C.`);
    }
  };

  return (
    <span className="inline-flex min-w-0 items-center gap-1">
      <code ref={text} className="min-w-0 font-mono text-label break-all select-all">
        {id}
      </code>
      <Button
        variant="quiet"
        size="small"
        className="-my-2 w-9 px-0 pointer-coarse:w-11"
        aria-label={`Copy the ${name}`}
        onClick={() => void copy()}
      >
        <Copy aria-hidden />
      </Button>
    </span>
  );
}
