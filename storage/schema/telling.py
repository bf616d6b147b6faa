"""The steps of the schema that let people be told."""

TELLING = """
-- What happened to a release, of which people are told.
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,        -- it happens once: out:12, translated:12:fr
    kind TEXT NOT NULL,
    release_id INTEGER NOT NULL REFERENCES release (id),
    language TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL
);
CREATE INDEX event_release ON event (release_id);
CREATE INDEX event_at ON event (at);

-- Everything that is owed to anybody: written with what causes it, taken on a lease, then ended.
CREATE TABLE notice (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,        -- names the message at every try
    channel TEXT NOT NULL,
    kind TEXT NOT NULL,
    receiver INTEGER NOT NULL,
    event_id INTEGER REFERENCES event (id),
    language TEXT NOT NULL DEFAULT '',
    is_machine INTEGER NOT NULL DEFAULT 0, -- whether a machine had a hand in the words
    body TEXT NOT NULL DEFAULT '',
    due_at INTEGER NOT NULL,
    owner TEXT NOT NULL DEFAULT '',
    leased_until INTEGER NOT NULL DEFAULT 0,
    tries INTEGER NOT NULL DEFAULT 0,
    ended_at INTEGER,
    outcome TEXT,                    -- sent, skipped, superseded, stopped, failed
    was_sent INTEGER NOT NULL DEFAULT 0, -- whether it went before an officer had it go again
    note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX notice_open ON notice (channel, due_at) WHERE ended_at IS NULL;
CREATE INDEX notice_event ON notice (event_id, channel);
CREATE INDEX notice_outcome ON notice (channel, outcome);
CREATE INDEX notice_receiver ON notice (receiver, channel);

-- Somebody who follows topics by mail. Of whoever is erased the keyed hash alone is left.
CREATE TABLE subscriber (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,       -- of the address, keyed
    address TEXT,
    state TEXT NOT NULL,             -- asked, follows, ended, erased
    nonce TEXT NOT NULL,             -- goes into every link; another one ends them
    texts TEXT NOT NULL DEFAULT 'all',
    frequency TEXT NOT NULL DEFAULT 'instant',
    zone TEXT NOT NULL,
    wanted TEXT NOT NULL DEFAULT '', -- wishes that were asked for and not confirmed yet (JSON)
    asked_at INTEGER NOT NULL,
    confirmed_at INTEGER,
    ended_at INTEGER,
    digest_from INTEGER,             -- what came out since then is in the next digest
    digest_due INTEGER
);
CREATE INDEX subscriber_digest ON subscriber (digest_due) WHERE digest_due IS NOT NULL;
CREATE TABLE subscriber_language (
    subscriber_id INTEGER NOT NULL REFERENCES subscriber (id),
    position INTEGER NOT NULL,
    language TEXT NOT NULL,
    PRIMARY KEY (subscriber_id, position)
) WITHOUT ROWID;
CREATE TABLE subscription (
    subscriber_id INTEGER NOT NULL REFERENCES subscriber (id),
    topic TEXT NOT NULL,             -- a slug, or all
    since INTEGER NOT NULL DEFAULT 0, -- what came out before is not told
    PRIMARY KEY (subscriber_id, topic)
) WITHOUT ROWID;
-- Who asked lately, by a keyed hash of their network: so that nobody floods others' mailboxes.
CREATE TABLE sign_up (
    place TEXT NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX sign_up_place ON sign_up (place, at);
-- What mail servers said of an address.
CREATE TABLE bounce (
    subscriber_id INTEGER NOT NULL REFERENCES subscriber (id),
    at INTEGER NOT NULL,
    is_permanent INTEGER NOT NULL,
    status TEXT NOT NULL DEFAULT ''  -- RFC 3463: 5.1.1
);
CREATE INDEX bounce_subscriber ON bounce (subscriber_id, at);
-- Addresses that get no mail for a while, by their keyed hash.
CREATE TABLE suppression (
    hash TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    until INTEGER NOT NULL
);

-- Who is sent a feed's bytes when it changes (WebSub).
CREATE TABLE hub_subscription (
    id INTEGER PRIMARY KEY,
    callback TEXT NOT NULL,
    host TEXT NOT NULL DEFAULT '',   -- of the callback
    topic TEXT NOT NULL,             -- the feed: its topic, language and format
    language TEXT NOT NULL,
    extension TEXT NOT NULL,
    secret TEXT NOT NULL DEFAULT '',
    asked_at INTEGER NOT NULL DEFAULT 0,
    verified_at INTEGER,             -- NULL: not yet, or no more
    lease_until INTEGER NOT NULL DEFAULT 0,
    sent_tag TEXT NOT NULL DEFAULT '', -- digest of the bytes it has
    UNIQUE (callback, topic, language, extension)
);
CREATE INDEX hub_subscription_host ON hub_subscription (host);

CREATE TABLE webhook (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL,
    secret TEXT NOT NULL,
    old_secret TEXT NOT NULL DEFAULT '', -- signs too, until then: its receiver changes to the new
    old_until INTEGER NOT NULL DEFAULT 0,
    topics TEXT NOT NULL DEFAULT '', -- slugs with a space between; none for all
    languages TEXT NOT NULL DEFAULT '',
    added_at INTEGER NOT NULL,
    failing_since INTEGER,
    disabled_at INTEGER,
    removed_at INTEGER
);

-- Keys of our own: of hashes and links.
CREATE TABLE secret (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- Whoever ends it: what went once stays sent, though it has nothing to say when it goes again.
CREATE TRIGGER notice_once_sent AFTER UPDATE OF outcome ON notice
WHEN NEW.was_sent AND NEW.outcome IN ('skipped', 'stopped')
BEGIN
    UPDATE notice SET outcome = 'sent' WHERE id = NEW.id;
END;
"""
