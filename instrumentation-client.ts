import { keepToPolicy } from '#lib/client/keep-to-policy.ts';

keepToPolicy();
