/** How long to wait until something can be done again, from seconds; rounded up, never down. */
export function waitText(seconds: number): string {
  if (seconds <= 60) return 'Wait a minute and try again.';
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `Wait ${minutes} minutes and try again.`;
  const hours = Math.ceil(seconds / 3600);
  return hours === 1 ? 'Wait an hour and try again.' : `Wait ${hours} hours and try again.`;
}

export const tooOftenText = (seconds: number): string => `That was too often. ${waitText(seconds)}`;
