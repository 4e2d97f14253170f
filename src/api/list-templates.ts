import { PROJECT_TEMPLATES } from '../config/project-templates.ts';

/** A kind of project that `gen-sql init` can make. */
export interface TemplateFacts {
	readonly name: string;
	readonly summary: string;
}

/** The kinds of projects that there are. */
export const listTemplates = (): readonly TemplateFacts[] =>
	Object.entries(PROJECT_TEMPLATES).map(([name, { summary }]) => ({ name, summary }));
