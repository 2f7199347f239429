using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>Runs on entering the state, after it is set.</summary>
        /// <param name="entryAction">What runs. What it throws comes out of the fire and leaves this state.</param>
        /// <param name="entryActionDescription">The action in words; if null, the name of its method.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The action is null.</exception>
        public StateConfiguration OnEntry(Action entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return Add(_node.Entry, _ => entryAction(), InvocationInfo.Of(entryAction, entryActionDescription));
        }

        /// <inheritdoc cref="OnEntry(Action, string?)"/>
        public StateConfiguration OnEntry(Action<Transition> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return Add(_node.Entry, entryAction, InvocationInfo.Of(entryAction, entryActionDescription));
        }

        /// <summary>Runs on entering the state, after it is set, and is awaited. Such a state is entered by <see cref="FireAsync"/> only.</summary>
        /// <inheritdoc cref="OnEntry(Action, string?)"/>
        public StateConfiguration OnEntryAsync(Func<Task> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return Add(_node.Entry, _ => entryAction(), InvocationInfo.Of(entryAction, entryActionDescription, InvocationInfo.Timing.Asynchronous));
        }

        /// <inheritdoc cref="OnEntryAsync(Func{Task}, string?)"/>
        public StateConfiguration OnEntryAsync(Func<Transition, Task> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return Add(_node.Entry, entryAction, InvocationInfo.Of(entryAction, entryActionDescription, InvocationInfo.Timing.Asynchronous));
        }

        /// <summary>Runs on leaving the state, before the new one is set.</summary>
        /// <param name="exitAction">What runs. What it throws comes out of the fire and leaves the old state.</param>
        /// <param name="exitActionDescription">The action in words; if null, the name of its method.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The action is null.</exception>
        public StateConfiguration OnExit(Action exitAction, string? exitActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            return Add(_node.Exit, _ => exitAction(), InvocationInfo.Of(exitAction, exitActionDescription));
        }

        /// <inheritdoc cref="OnExit(Action, string?)"/>
        public StateConfiguration OnExit(Action<Transition> exitAction, string? exitActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            return Add(_node.Exit, exitAction, InvocationInfo.Of(exitAction, exitActionDescription));
        }

        /// <summary>Runs on leaving the state, before the new one is set, and is awaited. Such a state is left by <see cref="FireAsync"/> only.</summary>
        /// <inheritdoc cref="OnExit(Action, string?)"/>
        public StateConfiguration OnExitAsync(Func<Task> exitAction, string? exitActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            return Add(_node.Exit, _ => exitAction(), InvocationInfo.Of(exitAction, exitActionDescription, InvocationInfo.Timing.Asynchronous));
        }

        /// <inheritdoc cref="OnExitAsync(Func{Task}, string?)"/>
        public StateConfiguration OnExitAsync(Func<Transition, Task> exitAction, string? exitActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            return Add(_node.Exit, exitAction, InvocationInfo.Of(exitAction, exitActionDescription, InvocationInfo.Timing.Asynchronous));
        }

        private StateConfiguration Add(StateActions actions, Action<Transition> action, InvocationInfo info)
        {
            actions.Add(action, info);
            return this;
        }

        private StateConfiguration Add(StateActions actions, Func<Transition, Task> action, InvocationInfo info)
        {
            actions.Add(action, info);
            return this;
        }
    }
}
