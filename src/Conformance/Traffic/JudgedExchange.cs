using Conformance.Verdicts.Results;

namespace Conformance.Traffic;

/// <summary>One exchange of recorded traffic and what came of it. Secrets are masked.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Method">The method of the request.</param>
/// <param name="Path">Its path.</param>
/// <param name="Status">The status of the answer; 0 when none came.</param>
/// <param name="Result">The verdict; null when the request calls nothing that the specification declares.</param>
public sealed record JudgedExchange(int Number, string Method, string Path, int Status, CaseResult? Result);
