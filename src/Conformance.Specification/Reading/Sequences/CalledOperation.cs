using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Specification.Reading.Sequences;

/// <summary>Finds the operation that a message calls.</summary>
/// <param name="endpoints">The operations.</param>
internal sealed class CalledOperation(ImmutableArray<Endpoint> endpoints)
{
    /// <summary>The operation; null when none is named, or none of that name is declared.</summary>
    /// <param name="text">What the message says.</param>
    public Endpoint? Find(string text) =>
        MessageText.Call(text) is { } call
            ? endpoints
                .Where(e => e.Method.Value == call.Method)
                .Select(e => (Endpoint: e, Fit: Fit(e.Path.Value, call.Path)))
                .Where(e => e.Fit > 0)
                .OrderByDescending(e => e.Fit)
                .Select(e => e.Endpoint)
                .FirstOrDefault()
            : endpoints.FirstOrDefault(e => Bare(e.OperationId.Value) == Bare(text.Split('(')[0]));

    /// <summary>The methods that are declared for the path that a message names.</summary>
    /// <param name="path">The path.</param>
    public IEnumerable<string> MethodsOf(string path) =>
        endpoints.Where(e => Fit(e.Path.Value, path) > 0).Select(e => e.Method.Value);

    // The whole path is the best fit; a diagram may leave out the beginning, or write the base URL's path before it.
    private static int Fit(string declared, string drawn)
    {
        var (wanted, given) = (Segments(declared), Segments(drawn));
        var common = Math.Min(wanted.Length, given.Length);
        if (common == 0)
        {
            return wanted.Length == given.Length ? 1 : 0;
        }

        var pairs = wanted[^common..].Zip(given[^common..]).ToList();
        return pairs.All(pair => IsSame(pair.First, pair.Second))
            ? 1 + (wanted.Length == given.Length ? 100 : common) + pairs.Count(pair => pair.First == pair.Second)
            : 0;
    }

    private static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    // A parameter is drawn as any placeholder, or as an example of its value, which is no plain word of a path.
    private static bool IsSame(string declared, string drawn) =>
        declared == drawn
        || (
            declared.StartsWith('{')
            && (drawn[0] is '{' or ':' or '<' or '[' or '$' || drawn.Any(c => !char.IsAsciiLetterLower(c)))
        );

    private static string Bare(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant));
}
