namespace Conformance.Simulator.Json;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Path">The field in body notation (<c>items[0].quantity</c>), or the name of a header or parameter.</param>
/// <param name="Keyword">The JSON-Schema keyword that does not hold, or <c>json</c>, <c>header</c>, <c>content-type</c>.</param>
/// <param name="Message">What would be right.</param>
internal sealed record Violation(string Path, string Keyword, string Message);
