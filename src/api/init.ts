import { PROJECT_TEMPLATES } from '../config/project-templates.ts';

/** A new project, of which nothing is written yet. */
export interface NewProject {
	/** The texts of its files, by their paths from its folder. */
	readonly files: Readonly<Record<string, string>>;
	/** The command that comes next. */
	readonly next: string;
}

/**
 * The files of a new project.
 *
 * @param template - The kind of project; `listTemplates()` has all of them. Default `generic`.
 */
export function init(template: keyof typeof PROJECT_TEMPLATES = 'generic'): NewProject {
	const { files, next } = PROJECT_TEMPLATES[template];
	return { files: files(), next };
}
