import { fieldErrors, type FieldErrors } from './fieldErrors';

/** The members of an answer of application/problem+json that the portal reads. */
interface Problem {
  detail?: string;
  message?: string;
  errorCode?: string;
  traceId?: string;
  errors?: { message: string }[];
}

/** A refusal of the API, or `UNREACHABLE` with status 0 when no answer came. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly fields: FieldErrors = {},
    readonly traceId = '',
    readonly retryAfterSeconds?: number,
  ) {
    super(detail);
  }

  static async of(response: Response): Promise<ApiError> {
    const problem = await readProblem(response);
    const fallback = `The service answered ${response.status} ${response.statusText}`.trim();
    return new ApiError(
      response.status,
      problem.errorCode ?? (response.status === 401 ? 'UNAUTHENTICATED' : 'UNKNOWN'),
      problem.detail ?? problem.message ?? fallback,
      fieldErrors(problem.errors?.map(error => error.message) ?? []),
      problem.traceId,
      Number(response.headers.get('Retry-After')) || undefined,
    );
  }

  static unreachable(): ApiError {
    return new ApiError(0, 'UNREACHABLE', 'The service did not answer.');
  }

  /** Whether the same request may succeed without anybody changing anything. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status === 503;
  }

  get isRefusalOfAccess(): boolean {
    return this.status === 403 || this.status === 404;
  }
}

async function readProblem(response: Response): Promise<Problem> {
  if (!response.headers.get('Content-Type')?.includes('json')) return {};
  return (await response.json().catch(() => ({}))) as Problem;
}

/** Whether there is no such thing, or none for this person: the API makes no difference. */
export const isUnknown = (error: unknown): boolean => error instanceof ApiError && error.status === 404;
