import Synchronization

/// A value that is made when it is first asked for, and kept from then on.
///
/// A run that was stopped meanwhile gets what its loops left, in bounds but unfinished; the next one makes it anew.
@usableFromInline
package final class Deferred<Value: Sendable>: Sendable {
  private enum State {
    case pending(@Sendable () -> Value)
    case made(Value)
  }

  private let state: Mutex<State>

  package init(_ make: @escaping @Sendable () -> Value) { state = Mutex(.pending(make)) }

  /// Whoever asks while another thread makes it waits.
  package var value: Value {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .pending(let make):
        let value = make()
        if !Parallel.isCurrentStopped() { state = .made(value) }
        return value
      }
    }
  }
}
