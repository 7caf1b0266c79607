#pragma once

#include <QObject>

namespace vouch::client {

Q_NAMESPACE

/// What the outbox is doing; shown to the manager as it is.
enum class SyncState {
    NotEnrolled, ///< no server yet; everything is kept here
    Enrolling,
    Idle,    ///< everything that there is has been taken by the server
    Sending, ///< a batch is under way
    Waiting, ///< the last try failed; the next is planned
    Refused, ///< the server does not know this tablet or has shut it out; staff must act. Tries on
};
Q_ENUM_NS(SyncState)

enum class SyncEvent {
    EnrolStarted,
    Enrolled,
    EnrolFailed,
    RecordsWaiting,
    BatchTaken, ///< and more may wait
    OutboxEmpty,
    TryFailed, ///< no connection, 5xx, 429, an answer that is not Vouch's
    ShutOut,   ///< 401 or 403
    RetryDue,
};

/// The whole flow of the outbox. A pair that is not listed changes nothing.
constexpr SyncState next(SyncState state, SyncEvent event)
{
    using S = SyncState;
    using E = SyncEvent;
    switch (state) {
    case S::NotEnrolled:
        return event == E::EnrolStarted ? S::Enrolling : state;
    case S::Enrolling:
        return event == E::Enrolled      ? S::Idle
               : event == E::EnrolFailed ? S::NotEnrolled
               : event == E::TryFailed   ? S::Waiting // it goes on with the identity that it has
                                         : state;
    case S::Idle:
        return event == E::RecordsWaiting ? S::Sending
               : event == E::EnrolStarted ? S::Enrolling
                                          : state;
    case S::Sending:
        return event == E::OutboxEmpty ? S::Idle
               : event == E::TryFailed ? S::Waiting
               : event == E::ShutOut   ? S::Refused
                                       : state;
    case S::Waiting:
    case S::Refused:
        return event == E::RetryDue ? S::Sending : event == E::EnrolStarted ? S::Enrolling : state;
    }
    return state;
}

} // namespace vouch::client
