using Conformance.Scenarios.Cases;

namespace Conformance.Scenarios.Kinds.Declared;

/// <summary>Sets a header of a request.</summary>
internal static class DeclaredHeader
{
    /// <summary>The request with that header, in place of any other of the same name.</summary>
    public static RequestTemplate Set(RequestTemplate request, string name, ValueSource value) =>
        request with
        {
            Headers =
            [
                .. request.Headers.Where(h => !string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)),
                new(name, value),
            ],
        };
}
