/**
 * A text as it is in a repository: git may give all line ends of a file the form of the system, those in strings too. A
 * text that has both forms is as its author wrote it.
 *
 * @see https://git-scm.com/docs/gitattributes#_end_of_line_conversion
 */
export const withLineFeeds = (text: string): string => (/(?<!\r)\n/.test(text) ? text : text.replaceAll('\r\n', '\n'));

/** The same without its byte order mark. */
export const plainText = (text: string): string => withLineFeeds(text.startsWith('\ufeff') ? text.slice(1) : text);
