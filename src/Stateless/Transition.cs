namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>One step of the machine, as actions see it.</summary>
    /// <param name="source">The state that is left.</param>
    /// <param name="destination">The state that is entered.</param>
    /// <param name="trigger">What was fired.</param>
    public class Transition(TState source, TState destination, TTrigger trigger)
    {
        /// <summary>The state that is left.</summary>
        public TState Source { get; } = source;

        /// <summary>The state that is entered.</summary>
        public TState Destination { get; } = destination;

        /// <summary>What was fired.</summary>
        public TTrigger Trigger { get; } = trigger;

        /// <summary>Whether the state that is left is entered again.</summary>
        public bool IsReentry => EqualityComparer<TState>.Default.Equals(Source, Destination);
    }
}
