namespace SopAsCode;

/// <summary>A human role. Derive one empty class per role; the policy, not the SOP, says who holds it.</summary>
public abstract class Role;

/// <summary>An AI role: one use of a model, with its own name. Derive one empty class per agent.</summary>
public abstract class Agent;

/// <summary>A tool the work touches: helpdesk, shop, mail. Derive one empty class per tool.</summary>
public abstract class Tool;

/// <summary>A value stream of the organisation, such as sales or support. Derive one empty class per stream.</summary>
public abstract class ValueStream;

/// <summary>What the whole organisation sets once. If an assembly has only one policy, that policy counts.</summary>
public abstract class Policy;
