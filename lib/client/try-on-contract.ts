/** The contracts of a try-on, loaded with the first question that needs them. */
const contracts = () => import('#lib/contracts/try-on.ts');

export const tryOnContract = async () => (await contracts()).tryOnView;
export const tryOnListContract = async () => (await contracts()).tryOnList;
