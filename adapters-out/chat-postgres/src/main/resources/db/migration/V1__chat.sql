-- Names are compared byte by byte, in every locale of the server.

create table chat_user (
  id            uuid        primary key,
  username      varchar(32) collate "C" not null constraint chat_user_username_key unique,
  display_name  text        not null,
  password_hash text        not null,
  avatar        varchar(16),
  created_at    timestamptz not null
);

-- One login. Only the digest of its one valid refresh token is kept.
create table session (
  id             uuid        primary key,
  user_id        uuid        not null references chat_user,
  refresh_digest varchar(64) not null,
  started_at     timestamptz not null,
  expires_at     timestamptz not null
);
create index session_user_id on session (user_id);

-- last_seq is the number of the newest message. Whoever appends locks the row, so that the
-- numbers of a room have no gaps and are committed in their order.
create table room (
  id         bigint      generated always as identity primary key,
  name       varchar(32) collate "C" not null constraint room_name_key unique,
  created_at timestamptz not null,
  last_seq   bigint      not null default 0 check (last_seq >= 0),
  members    integer     not null default 0 check (members >= 0)
);

create table room_member (
  room_id   bigint      not null references room,
  user_id   uuid        not null references chat_user,
  joined_at timestamptz not null,
  primary key (room_id, user_id)
);
create index room_member_user_id on room_member (user_id);

-- client_id is what the author's client called the message: sent twice, it is stored once.
create table message (
  room_id   bigint      not null references room,
  seq       bigint      not null check (seq > 0),
  author_id uuid        not null references chat_user,
  client_id varchar(64) collate "C" not null,
  text      text        not null,
  at        timestamptz not null,
  primary key (room_id, seq),
  constraint message_client_id_key unique (room_id, author_id, client_id)
);

-- The keys that sign tokens, shared by all servers of the chat.
create table signing_key (
  generation  bigint      primary key,
  id          text        not null unique,
  private_key bytea       not null,
  signs_from  timestamptz not null
);

insert into room (name, created_at) values ('general', now());
