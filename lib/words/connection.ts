/** What the browser says by itself, without an answer from the server. */
export const connectionWords = {
  unreachable: 'We cannot reach the fitting room.',
  unreachableNow: 'We cannot reach the fitting room. Check your connection and try again.',
  pageBroken: 'Something went wrong on this page. Reload it and try again.',
  serverBroken: 'Something went wrong on our side. Please try again.',
} as const;
