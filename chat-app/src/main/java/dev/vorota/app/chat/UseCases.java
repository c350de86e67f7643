package dev.vorota.app.chat;

import dev.vorota.application.chat.account.Accounts;
import dev.vorota.application.chat.account.Sessions;
import dev.vorota.application.chat.avatar.Avatars;
import dev.vorota.application.chat.avatar.StoredAvatars;
import dev.vorota.application.chat.message.Messages;
import dev.vorota.application.chat.message.RoomFeed;
import dev.vorota.application.chat.room.Membership;
import dev.vorota.application.chat.room.Rooms;
import dev.vorota.chat.account.PasswordHasher;
import dev.vorota.chat.account.SessionRepository;
import dev.vorota.chat.account.UserRepository;
import dev.vorota.chat.avatar.AvatarRenderer;
import dev.vorota.chat.avatar.AvatarStore;
import dev.vorota.chat.avatar.AvatarVersions;
import dev.vorota.chat.message.MessageRepository;
import dev.vorota.chat.room.RoomRepository;
import dev.vorota.chat.token.TokenIssuer;
import dev.vorota.chat.token.TokenLifetimes;
import dev.vorota.chat.token.TokenReader;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** Puts the use cases over the adapters. */
@Dependent
class UseCases {

  @Produces
  @Singleton
  Accounts accounts(
      UserRepository users,
      PasswordHasher hasher,
      Sessions sessions,
      InstantSource clock,
      Supplier<UUID> ids) {
    return Accounts.of(users, hasher, sessions, clock, ids);
  }

  @Produces
  @Singleton
  Sessions sessions(
      SessionRepository sessions,
      TokenIssuer issuer,
      TokenReader reader,
      TokenLifetimes lifetimes,
      InstantSource clock,
      Supplier<UUID> ids) {
    return new Sessions(sessions, issuer, reader, lifetimes, clock, ids);
  }

  @Produces
  @Singleton
  Rooms rooms(RoomRepository rooms, Membership membership, InstantSource clock) {
    return Rooms.of(rooms, membership, clock);
  }

  @Produces
  @Singleton
  Messages messages(
      MessageRepository messages, RoomRepository rooms, RoomFeed feed, InstantSource clock) {
    return Messages.of(messages, rooms, feed, clock);
  }

  @Produces
  @Singleton
  RoomFeed feed(MessageRepository messages) {
    return RoomFeed.inMemory(messages);
  }

  @Produces
  @Singleton
  Avatars avatars(
      Accounts accounts, AvatarVersions versions, AvatarRenderer renderer, AvatarStore store) {
    return new StoredAvatars(accounts, versions, renderer, store);
  }
}
