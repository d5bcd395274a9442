/** What stands under the sizes of every garment; the rest of the words come when they are asked for. */
export const sizeQuestionWords = {
  question: 'Which size is mine?',
  seeWhy: 'See why',
} as const;
