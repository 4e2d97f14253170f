-- The messages of a workspace that match what somebody typed into the search box, best first.
CREATE FUNCTION search_messages(in_workspace uuid, search_text text)
RETURNS TABLE (message_id bigint, conversation_id uuid, rank real)
LANGUAGE sql STABLE AS $$
	SELECT message.id, message.conversation_id, ts_rank(message.search, query)
	FROM message
	JOIN conversation ON conversation.id = message.conversation_id
	CROSS JOIN websearch_to_tsquery('english', search_text) AS query
	WHERE conversation.workspace_id = in_workspace
		AND message.deleted_at IS NULL
		AND message.search @@ query
	ORDER BY ts_rank(message.search, query) DESC, message.id DESC
$$;

COMMENT ON FUNCTION search_messages(uuid, text) IS 'Quotes, "or" and a leading - work as in web search engines';
