namespace Conformance.Simulator.Limits;

/// <summary>What holds for one limit of one client, environment and burst already multiplied in.</summary>
/// <param name="Published">Requests as they are published in the limit header.</param>
/// <param name="Admitted">Requests that are really let through in a window: more than published where a burst is allowed.</param>
/// <param name="Window">Length of the window.</param>
internal sealed record LimitTerms(int Published, int Admitted, TimeSpan Window);
