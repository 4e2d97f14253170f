-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot end the membership of roles in others

-- several
-- OPERATION_UNSUPPORTED: sqlite cannot end the membership of roles in others

-- told what it was
-- OPERATION_UNSUPPORTED: sqlite cannot end the membership of roles in others

-- with everything
-- OPERATION_UNSUPPORTED: sqlite cannot end the membership of roles in others

-- the admin option
-- OPERATION_UNSUPPORTED: sqlite cannot end the membership of roles in others
