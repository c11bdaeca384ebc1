namespace Conformance.Evolution;

/// <summary>From whose point of view a change is judged.</summary>
public enum View
{
    /// <summary>Whoever calls, and receives webhooks.</summary>
    Consumer,

    /// <summary>Whoever answers, and sends webhooks.</summary>
    Provider,

    /// <summary>Both: a change breaks when it breaks either.</summary>
    Both,
}
