/** A refusal that travels to the SDK as `code` and `message`. */
export class EngineError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** What MongoDB itself refuses: a wrong operator, a wrong type, a duplicate key. */
export const refused = (message: string): EngineError => new EngineError('DATABASE_REQUEST_FAILED', message);

/** A parameter that the gateway refuses before the database sees it. */
export const invalid = (message: string): EngineError => new EngineError('INVALID_PARAM', message);

/** The collection was never created. */
export const noCollection = (name: string): EngineError =>
  new EngineError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request.`,
  );

/** Another writer was first; the SDK runs the transaction again. */
export const conflict = (): EngineError =>
  new EngineError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
  );

/** The transaction was ended, has expired, or never was. */
export const noTransaction = (): EngineError =>
  new EngineError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.',
  );

/** E11000, in the words of MongoDB. */
export const duplicate = (collection: string, index: string, key: string): EngineError =>
  refused(`E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}`);
