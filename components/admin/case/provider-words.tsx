interface ProviderWordsProps {
  http: number | null;
  text: string | null;
  /** Nothing need be said of an answer that is still to come. */
  ended: boolean;
}

export function ProviderWords({ http, text, ended }: ProviderWordsProps) {
  if (!text) {
    if (!ended) return null;
    return (
      <p className="text-label text-ink-soft">
        {http === null
          ? 'No answer of the provider is known.'
          : `The provider answered HTTP ${http}, without words.`}
      </p>
    );
  }
  return (
    <div className="grid gap-1">
      <h3 className="text-label text-ink-soft">
        The provider’s words{http !== null && <> · HTTP {http}</>}
      </h3>
      <pre className="border-l-2 border-line-strong bg-sunken px-3 py-2 font-mono text-label break-words whitespace-pre-wrap">
        {text}
      </pre>
    </div>
  );
}
