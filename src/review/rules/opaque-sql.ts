import type { QualifiedName } from '../../core/names.ts';
import { statementsInBody } from '../../dialects/postgresql/body-statements.ts';
import { statementsInBlock } from '../../dialects/postgresql/catalog/do-block.ts';
import {
	functionsIn,
	listedName,
	nodeOf,
	nodesOf,
	optionsOf,
	valueText,
} from '../../dialects/postgresql/catalog/trees.ts';
import { commandWords } from '../command-words.ts';
import { defineRule, NONE, type Problems } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown } from '../spelled.ts';

export const opaqueSql = defineRule({
	severity: 'info',
	group: 'text',
	about:
		'What no review can look into: statements that are put together when they run, calls of functions that change the schema, and what psql runs with \\gexec, \\i or a program.',
	why: 'What it locks, rewrites or drops is not known before it runs, and no other rule says anything of it.',
	advice:
		'Write the statements out where their names are known. The statements that stand in a DO block as they are, and those that EXECUTE is given as one string, are looked into like all others. A file that \\i or \\ir runs is reviewed where it is named itself. Silent for commands that run nothing, as \\connect and \\restrict of a dump.',
	sources: [
		'https://www.postgresql.org/docs/current/plpgsql-statements.html#PLPGSQL-STATEMENTS-EXECUTING-DYN',
		'https://www.postgresql.org/docs/current/sql-do.html',
		'https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-META-COMMANDS',
	],
	beside: ['create-trigger-blocks-writes'],
	examples: {
		bad: [
			"DO $$ DECLARE t text; BEGIN FOR t IN SELECT tablename FROM pg_tables LOOP EXECUTE format('ALTER TABLE %I OWNER TO app', t); END LOOP; END $$;",
			"DO LANGUAGE plpython3u $$ plpy.execute('TRUNCATE account') $$;",
			"CREATE FUNCTION app.tidy() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'DROP TABLE IF EXISTS app.' || quote_ident(current_user); END $$;",
			'CREATE OR REPLACE PROCEDURE app."grow"() LANGUAGE plpgsql AS $$ BEGIN ALTER TABLE account ADD COLUMN note text; END $$;\nCALL app.grow();',
			'CALL app.grow(2024);',
			"SELECT format('ANALYZE %I', tablename) FROM pg_tables\n\\gexec",
			"\\ir tables.sql\n\\include 'the views.sql'",
			"SELECT 'DROP TABLE account' AS statement \\gset\n:statement;",
			"\\copy account FROM PROGRAM 'curl -s example.com/accounts'",
			'\\set id 1 \\\\ DROP TABLE account;',
			"COPY account FROM PROGRAM 'zcat accounts.gz';",
		],
		good: [
			"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_type WHERE typname = 'plan') THEN CREATE TABLE plan (id bigint PRIMARY KEY); END IF; END $$;",
			"DO $$ BEGIN EXECUTE 'CREATE TABLE plan (id bigint PRIMARY KEY)'; RAISE NOTICE 'EXECUTE %', 1; END $$;",
			"CREATE FUNCTION count_of(t regclass) RETURNS bigint LANGUAGE plpgsql AS $$ DECLARE n bigint; BEGIN EXECUTE format('SELECT count(*) FROM %s', t) INTO n; RETURN n; END $$;\nSELECT count_of('account');",
			'CREATE PROCEDURE close(account bigint) LANGUAGE sql AS $$ DELETE FROM invoice WHERE account_id = account $$;\nCALL close(1);',
			'CREATE FUNCTION gather() RETURNS void LANGUAGE plpgsql AS $$ BEGIN CREATE TEMP TABLE found (id bigint); INSERT INTO found VALUES (1); END $$;',
			'\\restrict a1b2\n\\connect shop\n\\set ON_ERROR_STOP on\n\\o accounts.txt\nSELECT id FROM account \\g\n\\unrestrict a1b2',
			"\\copy account FROM 'from program.csv'",
			'SELECT 1 AS ok \\gset\n\\if :ok \\\\ -- go on\n\\endif',
			'CREATE TRIGGER audit AFTER UPDATE ON account FOR EACH ROW EXECUTE FUNCTION audit();\nGRANT EXECUTE ON FUNCTION audit() TO app;',
		],
	},
	statements: {
		DoStmt: (block) => {
			const body = statementsInBlock(block);
			const language = valueText(optionsOf(block.args).get('language'));
			if (!body) return [{ object: 'DO', message: `a DO block in ${language} cannot be looked into` }];
			return body.dynamic
				.filter(isChange)
				.map((text) => ({ object: `DO ${text}`, message: `the DO block ${runs(text)}` }));
		},
		CreateFunctionStmt: ({ funcname, options }) => {
			const [body] = nodesOf(nodeOf(optionsOf(options).get('as'), 'List')?.items, 'String');
			const change = changeIn(valueText(optionsOf(options).get('language')), body?.sval);
			const name = shown(listedName(funcname));
			return change === undefined ? NONE : [{ object: name, message: `"${name}" ${change}, where it is called` }];
		},
		CallStmt: ({ funccall }, seen) => {
			const name = listedName(funccall?.funcname);
			if (seen.known.functions(name).length > 0) return calls([name], seen);
			return [{ object: shown(name), message: `what "${shown(name)}" does is not known` }];
		},
		CopyStmt: ({ is_program: isProgram, relation }) =>
			isProgram
				? [{ object: relation ? shown(relation) : 'COPY', message: 'COPY runs a program of the server' }]
				: NONE,
		SelectStmt: (_select, seen) => calls(functionsIn(seen.tree), seen),
	},
});

/** Calls of functions that change the schema. */
function calls(names: readonly QualifiedName[], seen: Seen): Problems {
	return names.flatMap((name) =>
		seen.known
			.functions(name)
			.slice(0, 1)
			.flatMap(({ language, body }) => {
				const change = changeIn(language, body);
				return change === undefined ? [] : { object: shown(name), message: `"${shown(name)}" ${change}` };
			}),
	);
}

/** What a body changes beside rows, as far as it can be read. */
function changeIn(language: string, body: string | undefined): string | undefined {
	if (body === undefined || !/^(?:plpgsql|sql)$/i.test(language)) return undefined;
	const { statements, dynamic } = statementsInBody(body);
	const changing = statements.find((text) => SCHEMA.test(text) && !TEMPORARY.test(text));
	if (changing !== undefined) return `runs ${commandWords(changing)}`;
	const unknown = dynamic.find((text) => SCHEMA.test(text));
	return unknown === undefined ? undefined : runs(unknown);
}

const runs = (text: string): string => {
	const words = commandWords(text.trim());
	return `runs ${words === '' ? 'a statement' : words} that is put together when it runs`;
};

/** Statements that change the schema. */
const SCHEMA = /^\s*(?:alter|cluster|comment|create|drop|grant|reindex|revoke|truncate)\b/i;
const TEMPORARY = /^\s*create\s+(?:local\s+|global\s+)?temp(?:orary)?\b/i;

/** Whether a statement that is put together may do more than ask for rows. */
const isChange = (text: string): boolean => !/^\s*(?:select|explain|values|show)\b/i.test(text);
