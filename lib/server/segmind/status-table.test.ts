import { describe, expect, it } from 'vitest';
import { judgeStatus } from './status-table.ts';

describe('what an HTTP status means', () => {
  it.each([
    [400, 'Missing required field: category', 'invalid_request', 'never'],
    [400, '', 'invalid_request', 'never'],
    [400, 'blocked by moderation', 'content_blocked', 'never'],
    [401, 'Missing API key', 'credentials', 'later'],
    [401, 'Invalid API key', 'credentials', 'later'],
    [402, 'Insufficient credits', 'credits', 'later'],
    [403, 'Model not allowed for this team', 'forbidden', 'later'],
    [404, 'Model not found', 'invalid_request', 'never'],
    [405, '<html>', 'provider_protocol', 'never'],
    [406, '', 'credits', 'later'],
    [406, 'Not enough credits to process request', 'credits', 'later'],
    [406, 'Insufficient Credits', 'credits', 'later'],
    [406, 'Monthly spend limit reached', 'credits', 'later'],
    [406, 'Invalid content type', 'invalid_request', 'never'],
    [406, 'Validation error in category', 'invalid_request', 'never'],
    [406, 'value refused', 'invalid_request', 'never'],
    [406, 'violates our content policy', 'content_blocked', 'never'],
    [408, '', 'provider_timeout', 'unknown'],
    [410, 'Model retired', 'invalid_request', 'never'],
    [413, '', 'invalid_request', 'never'],
    [422, 'No human detected', 'no_person', 'never'],
    [422, 'NSFW', 'content_blocked', 'never'],
    [422, 'what?', 'unclassified', 'never'],
    [429, 'Too many requests', 'rate_limited', 'later'],
    [499, '', 'provider_timeout', 'unknown'],
    [500, 'Internal server error', 'provider_error', 'once'],
    [502, 'Bad gateway', 'provider_error', 'once'],
    [503, 'Service unavailable', 'provider_error', 'once'],
    [504, 'Gateway timeout', 'provider_timeout', 'unknown'],
    [520, '', 'provider_error', 'unknown'],
    [524, '', 'provider_error', 'unknown'],
    [302, '', 'provider_protocol', 'unknown'],
    [304, '', 'provider_protocol', 'unknown'],
  ] as const)(
    'reads %i %j as %s, to be sent again: %s',
    (status, text, errorClass, afterSubmit) => {
      expect(judgeStatus(status, text)).toEqual({ errorClass, afterSubmit });
    },
  );
});
