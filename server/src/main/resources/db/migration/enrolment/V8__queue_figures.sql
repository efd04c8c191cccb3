-- The figures above the queue are asked with every page: each is counted from an index no wider than what it counts.
create index application_pending_due on enrolment.application (due_at) where state = 'PENDING';
create index application_open_kind on enrolment.application (verdict, level) where state in ('PENDING', 'RETURNED');

-- What waits for its institution has no due time and would stand behind everything else.
create index application_returned on enrolment.application (due_at, remaining_seconds, submitted_at, id)
    include (level, institution_id, verdict)
    where state = 'RETURNED';

-- The queue of one institution, and whether it has any.
create index application_open_of_institution
    on enrolment.application (institution_id, due_at, remaining_seconds, submitted_at, id)
    include (state, level, verdict)
    where state in ('PENDING', 'RETURNED');

-- Claims run out and stay until the application is claimed anew: only those in force are looked at.
create index review_claim_in_force on enrolment.review_claim (expires_at);
