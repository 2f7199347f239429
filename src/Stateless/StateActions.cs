using System.Runtime.InteropServices;
using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>The entry or the exit actions of a state, in the order of configuration.</summary>
    internal sealed class StateActions(string kind)
    {
        private readonly List<(Action<Transition>? Now, Func<Transition, Task>? Later, InvocationInfo Info)> _actions = [];

        public bool IsEmpty => _actions.Count == 0;

        public InvocationInfo[] Infos => [.. _actions.Select(action => action.Info)];

        public void Add(Action<Transition> action, InvocationInfo info) => _actions.Add((action, null, info));

        public void Add(Func<Transition, Task> action, InvocationInfo info) => _actions.Add((null, action, info));

        public void Run(Transition transition)
        {
            foreach (ref readonly var action in CollectionsMarshal.AsSpan(_actions))
            {
                if (action.Now is not { } now)
                    throw new InvalidOperationException($"The {kind} action '{action.Info.Description}' on the way from '{transition.Source}' to '{transition.Destination}' is asynchronous: use FireAsync.");

                now(transition);
            }
        }

        public async Task RunAsync(Transition transition)
        {
            foreach (var (now, later, _) in _actions)
            {
                now?.Invoke(transition);
                if (later is not null)
                    await later(transition).ConfigureAwait(false);
            }
        }
    }
}
