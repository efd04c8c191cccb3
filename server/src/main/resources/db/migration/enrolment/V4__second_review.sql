-- The last four characters of the document number as a keyed hash, so that a reviewer finds a person by them.
alter table enrolment.application add column tail_index bytea;
create index application_without_tail on enrolment.application (id) where tail_index is null;
create index application_by_number on enrolment.application (document_index);
create index application_by_tail on enrolment.application (tail_index);

-- The queue in its order with everything it is filtered by: pages, filters and figures read the index alone.
create index application_open on enrolment.application (due_at, remaining_seconds, submitted_at, id)
    include (state, level, institution_id, verdict)
    where state in ('PENDING', 'RETURNED');
drop index enrolment.application_queue;
create index application_step_by_time on enrolment.application_step (at);

-- A reviewer's decision. It waits until it can no longer be taken back; what it says is kept until it takes effect.
create table enrolment.review_decision (
    id uuid primary key,
    application_id uuid not null references enrolment.application (id),
    institution_id uuid not null,
    sitting_id uuid not null,
    version int not null,
    kind text not null check (kind in ('APPROVE', 'RETURN', 'REJECT')),
    reviewer uuid not null,
    reviewer_name text not null,
    decided_at timestamptz not null,
    state text not null check (state in ('WAITING', 'IN_EFFECT', 'UNDONE', 'LAPSED')),
    content_cipher text,
    bulk_id uuid,
    working_seconds bigint not null,
    in_time boolean not null,
    handling_seconds bigint,
    check ((state = 'WAITING') = (content_cipher is not null))
);
-- Of two reviewers who decide at once exactly one is heard.
create unique index review_decision_waiting on enrolment.review_decision (application_id) where state = 'WAITING';
create index review_decision_of on enrolment.review_decision (application_id, decided_at);
create index review_decision_by_time on enrolment.review_decision (decided_at);
create index review_decision_of_bulk on enrolment.review_decision (bulk_id) where bulk_id is not null;

-- An application that a reviewer leaves to a colleague, with what makes it difficult.
create table enrolment.escalation (
    id uuid primary key,
    application_id uuid not null references enrolment.application (id),
    reviewer uuid not null,
    reviewer_name text not null,
    escalated_at timestamptz not null,
    words_cipher text not null,
    answered_at timestamptz
);
create unique index escalation_open on enrolment.escalation (application_id) where answered_at is null;

-- What is to be approved together; a part, drawn by the server, is looked at one by one before.
create table enrolment.bulk (
    id uuid primary key,
    reviewer uuid not null,
    opened_at timestamptz not null,
    approved_at timestamptz
);
create table enrolment.bulk_item (
    bulk_id uuid not null references enrolment.bulk (id),
    application_id uuid not null references enrolment.application (id),
    sampled boolean not null,
    primary key (bulk_id, application_id)
);
create index bulk_item_of on enrolment.bulk_item (application_id) where sampled;

-- A decision in effect that another reviewer looks at again.
create table enrolment.second_review (
    id uuid primary key,
    decision_id uuid not null unique references enrolment.review_decision (id),
    first_reviewer uuid not null,
    drawn_at timestamptz not null,
    state text not null check (state in ('OPEN', 'AGREED', 'OVERTURNED', 'DISAGREED')),
    reviewer uuid,
    reviewer_name text,
    assigned_at timestamptz,
    decided_at timestamptz,
    words_cipher text,
    check (reviewer is distinct from first_reviewer)
);
create index second_review_open on enrolment.second_review (drawn_at) where state = 'OPEN';
