import { EngineError, refused } from '../errors';

/** Runs library code; what it throws becomes a refusal as the database would give it. */
export function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof EngineError) throw error;
    throw refused(error instanceof Error ? error.message : String(error));
  }
}
