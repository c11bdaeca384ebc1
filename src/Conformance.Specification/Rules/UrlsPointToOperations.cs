using System.Text.Json;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>URLs in examples lead to a declared operation.</summary>
internal sealed class UrlsPointToOperations()
    : AdvisoryRule(
        "HTP-113",
        Severity.Error,
        "A URL in an example points to no declared operation",
        "Clients follow the links they are sent; a link that nobody specified can change or vanish.",
        "declare the operation, or let the URL point to one that is declared"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        var bases = Bases(specification);
        var paths = specification.Endpoints.Select(e => Segments(e.Path)).ToLookup(segments => segments.Length);
        return bases.Count == 0
            ? []
            : Texts(specification)
                .DistinctBy(t => (t.Location, t.Value))
                .Where(t =>
                    PathOf(t.Value, bases) is { } path && !paths[path.Length].Any(template => Fits(template, path))
                )
                .Select(t =>
                    Finding(
                        t.Location,
                        $"URL '{t.Value}' points to no declared operation",
                        "a URL of a declared operation",
                        t.Value
                    )
                );
    }

    private static List<Uri> Bases(IntegrationSpecification specification) =>
        [
            .. specification
                .Environments.Select(e => Uri.TryCreate(e.BaseUrl?.Value, UriKind.Absolute, out var url) ? url : null)
                .OfType<Uri>(),
        ];

    /// <summary>The segments behind the base URL whose host it has; null for a URL of somebody else.</summary>
    private static string[]? PathOf(string text, List<Uri> bases)
    {
        if (
            !text.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            || !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || bases.FirstOrDefault(b => b.Host == url.Host && b.Port == url.Port) is not { } home
        )
        {
            return null;
        }

        var root = home.AbsolutePath.TrimEnd('/');
        var path = url.AbsolutePath;
        return Segments(path.StartsWith(root, StringComparison.Ordinal) ? path[root.Length..] : path);
    }

    private static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static bool Fits(string[] template, string[] path) =>
        template.Zip(path).All(pair => pair.First.Contains('{', StringComparison.Ordinal) || pair.First == pair.Second);

    private static IEnumerable<Located<string>> Texts(IntegrationSpecification specification)
    {
        foreach (var place in SchemaPlace.All(specification))
        {
            foreach (var example in place.Schema.Examples.Where(e => e.Value.ValueKind == JsonValueKind.String))
            {
                yield return new(example.Value.GetString()!, example.Location);
            }
        }

        var responses = specification.Endpoints.SelectMany(e => e.Responses);
        foreach (var response in responses.Where(r => r.Example?.Value.ValueKind == JsonValueKind.Object))
        {
            foreach (var member in response.Example!.Value.EnumerateObject())
            {
                if (member.Value.ValueKind == JsonValueKind.String)
                {
                    yield return new(member.Value.GetString()!, PlaceOf(response, member.Name));
                }
            }
        }
    }

    private static SourceLocation PlaceOf(ResponseDefinition response, string name) =>
        response.Schema?.Properties.FirstOrDefault(p => p.Name.Value == name)?.Schema.Location
        ?? response.Example!.Location;
}
