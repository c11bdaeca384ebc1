using System.Globalization;
using Conformance.Specification.Model;

namespace Conformance.Verdicts.Judging;

/// <summary>Ties a demand to the line of the specification that makes it.</summary>
public static class Cited
{
    /// <summary><c>number (specs/orders.yaml:41)</c>; the text alone for a place that no file has.</summary>
    /// <param name="demand">What is demanded.</param>
    /// <param name="location">The line that demands it.</param>
    public static string At(string demand, SourceLocation location) =>
        location.Line == 0
            ? demand
            : string.Create(CultureInfo.InvariantCulture, $"{demand} ({location.File}:{location.Line})");

    /// <summary>Several values as a person lists them: <c>200, 201 or 409</c>.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="values">The values.</param>
    public static string OneOf<T>(IEnumerable<T> values)
    {
        var texts = values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v}")).Distinct().ToArray();
        return texts.Length < 2 ? string.Concat(texts) : $"{string.Join(", ", texts[..^1])} or {texts[^1]}";
    }

    /// <summary>Steps by name: <c>step first page</c>, <c>steps first page and next page</c>.</summary>
    /// <param name="names">The names.</param>
    public static string Steps(IReadOnlyCollection<string> names) =>
        names.Count == 1 ? $"step {names.First()}" : $"steps {string.Join(" and ", names)}";
}
