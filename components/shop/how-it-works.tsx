const steps = [
  {
    title: 'Choose a garment',
    text: 'Anything in the shops. The button is beside every picture.',
  },
  {
    title: 'Give a photo, or pick a house model',
    text: 'Your photo stays private, and you can delete it whenever you like.',
  },
  {
    title: 'See it beside the original',
    text: 'Wait a few seconds, or leave: it will be in My looks when it is done.',
  },
];

export function HowItWorks() {
  return (
    <section aria-labelledby="how" className="page-width">
      <h2 id="how" className="sr-only">
        How it works
      </h2>
      <ol className="grid border-y border-line md:grid-cols-3">
        {steps.map(({ title, text }, index) => (
          <li
            key={title}
            className="grid grid-cols-[2.5rem_1fr] border-line py-6 not-first:border-t md:px-8 md:py-8 md:not-first:border-t-0 md:not-first:border-l md:first:pl-0"
          >
            <span aria-hidden className="font-display text-heading text-accent">
              {index + 1}
            </span>
            <div className="grid gap-1">
              <h3 className="font-medium">{title}</h3>
              <p className="text-sm text-pretty text-ink-soft">{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
