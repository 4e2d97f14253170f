-- its rows
-- OPERATION_UNSUPPORTED: mysql cannot exchange the roles, the conditions or the name of a policy

-- its name
-- OPERATION_UNSUPPORTED: mysql cannot exchange the roles, the conditions or the name of a policy

-- with everything
-- OPERATION_UNSUPPORTED: mysql cannot exchange the roles, the conditions or the name of a policy
