'use client';

import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Menu, MenuAction, MenuLine, MenuLink, MenuNote } from '#components/ui/menu.tsx';
import { Specimen, SpecimenGrid, Specimens } from './specimen.tsx';

type Shown = 'dialog' | 'long' | 'confirm' | 'busy' | null;

export function Overlays() {
  const [shown, setShown] = useState<Shown>(null);
  const close = () => setShown(null);
  const opener = (name: Shown, words: string) => (
    <Button variant="secondary" onClick={() => setShown(name)}>
      {words}
    </Button>
  );
  return (
    <Specimens
      id="overlays"
      title="Menus and dialogs"
      lead="Escape closes them, and the focus goes back to what opened them."
    >
      <SpecimenGrid>
        <Specimen name="menu">
          <div className="flex gap-2">
            <Menu trigger="Open the menu" align="start" variant="secondary">
              <MenuNote>Signed in as Robin</MenuNote>
              <MenuLink href="#overlays">
                <Pencil aria-hidden /> Edit
              </MenuLink>
              <MenuAction disabled onSelect={close}>
                Not just now
              </MenuAction>
              <MenuLine />
              <MenuAction danger onSelect={close}>
                <Trash2 aria-hidden /> Delete
              </MenuAction>
            </Menu>
            <Menu label="More" trigger={<Ellipsis aria-hidden />}>
              <MenuAction onSelect={close}>Only this</MenuAction>
            </Menu>
          </div>
        </Specimen>
        <Specimen name="dialog">{opener('dialog', 'Open a dialog')}</Specimen>
        <Specimen name="dialog, longer than the screen">
          {opener('long', 'Open a long one')}
        </Specimen>
        <Specimen name="confirm">
          <div className="flex flex-wrap gap-2">
            {opener('confirm', 'Ask')}
            {opener('busy', 'Ask, busy')}
          </div>
        </Specimen>
      </SpecimenGrid>
      <Dialog
        open={shown === 'dialog'}
        onOpenChange={close}
        title="What shall it be called?"
        description="One sentence under the title."
        actions={
          <>
            <Button variant="secondary" onClick={close}>
              Keep
            </Button>
            <Button onClick={close}>Save name</Button>
          </>
        }
      >
        <Field label="Name">{(control) => <Input {...control} defaultValue="Linen" />}</Field>
      </Dialog>
      <Dialog open={shown === 'long'} onOpenChange={close} title="Everything there is to say">
        {Array.from({ length: 24 }, (_, line) => `Line ${line + 1} of what there is to say.`).map(
          (line) => (
            <p key={line}>{line}</p>
          ),
        )}
      </Dialog>
      <ConfirmDialog
        open={shown === 'confirm' || shown === 'busy'}
        onOpenChange={close}
        title="Delete this look?"
        confirmLabel="Delete look"
        busy={shown === 'busy'}
        onConfirm={close}
      >
        It is removed for good.
      </ConfirmDialog>
    </Specimens>
  );
}
