/** Somebody who stands and faces the camera, 60 × 80: head, body, and feet at 73. */
export function Figure({ className }: { className?: string }) {
  return (
    <g className={className}>
      <ellipse cx="30" cy="12.5" rx="4.6" ry="5.7" />
      <path d="M27.8 17.5h4.4l.3 3.8c4.8 1 7.600 1.900 8.5 4.700l4 19.5-3 .6-5.300-13.900-.9 8.8 2.4 9-2.4 23h-4l-1.8-20.5-1.8 20.5h-4l-2.4-23 2.4-9-.9-8.8L18 46.100l-3-.6 4-19.5c.9-2.8 3.700-3.700 8.5-4.700Z" />
    </g>
  );
}

/** The same from the side. */
export function SidewaysFigure({ className }: { className?: string }) {
  return (
    <g className={className}>
      <path d="M30 8c3.5 0 5.5 2.5 5.5 5.5l1.5 1.5-1.5.7c0 2-2 3.3-5 3.3s-5-2.5-5-5.5 1.5-5.5 4.5-5.5Z" />
      <path d="M28 19h4c2 4 4 8 3.5 13l-1 10 1 8-1.5 22h2.5l.5 2h-7l-1.5-24-1.5 24h-3l1-25c-2-9-2-24 3-30Z" />
    </g>
  );
}
