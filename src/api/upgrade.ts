import type { RenderedScript } from '../revisions/render.ts';
import type { ProjectSource } from './open.ts';
import { renderScript, type ScriptOptions } from './render-script.ts';

/**
 * The script that leads up to a revision.
 *
 * @param range - `end` or `start:end`. Without a start it begins at the base, an empty database.
 * @throws {GenSqlError} what `resolveRange` and `renderRange` throw, `loadProject` and `loadGraph` too.
 */
export const upgrade = (source: ProjectSource, range: string, options?: ScriptOptions): Promise<RenderedScript> =>
	renderScript(source, 'upgrade', range, options);
