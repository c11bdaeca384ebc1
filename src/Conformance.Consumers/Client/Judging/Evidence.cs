using Conformance.Consumers.Client.Traces;

namespace Conformance.Consumers.Client.Judging;

/// <summary>What shows that an obligation was broken.</summary>
/// <param name="Where">Script and place, for example <c>script slow, second call</c>.</param>
/// <param name="Expected">What the obligation demands.</param>
/// <param name="Actual">What was seen.</param>
/// <param name="Fix">What to do about it.</param>
/// <param name="Call">The request that shows it.</param>
internal sealed record Evidence(string Where, string Expected, string Actual, string Fix, SeenCall? Call);
