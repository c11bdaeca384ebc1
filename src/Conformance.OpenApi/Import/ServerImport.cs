using System.Text.RegularExpressions;
using Conformance.Specification.Drafts;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Import;

/// <summary>The servers of a document as environments; one whose description names no purpose is taken for live, the careful reading.</summary>
internal sealed partial class ServerImport(ImportContext context)
{
    private const string NotSaid =
        "TODO kind, rate_limits, provider_states, sla: OpenAPI does not say what an environment is for. Without 'kind' its name decides, and a name that says nothing means live: a run then only reads.";

    /// <summary>The section; null when there are no servers.</summary>
    public DraftMapping? Section()
    {
        var environments = new DraftBuilder();
        var isWhole = true;
        foreach (var server in context.Files.Main.Root.Items("servers").OfType<YamlMapping>())
        {
            var url = Url(server);
            if (url == "/")
            {
                continue;
            }

            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            {
                context.Ledger.Left(
                    ImportKinds.Servers,
                    $"server '{url}'",
                    "it is relative to where the document is published; the base URL of a run must include it",
                    server.Location
                );
                continue;
            }

            context.Ledger.Carried(ImportKinds.Servers);
            var environment = new DraftBuilder()
                .Add("base_url", url.TrimEnd('/'), server.Find("url")!.Location)
                .Add("purpose", server.Text("description"));
            isWhole &= Extensions.Spread(server, "environment", environment);
            environments.Add(
                server.Text(Extensions.Name) ?? Name(server, environments),
                environment.Build(server.Location)
            );
        }

        isWhole |= Extensions.Spread(context.Files.Main.Root, "environments", environments);
        return environments.IsEmpty ? null : environments.Build() with { Comment = isWhole ? null : NotSaid };
    }

    /// <summary>The URL with the default of every variable.</summary>
    private static string Url(YamlMapping server)
    {
        var url = server.Text("url") ?? "";
        foreach (var variable in server.Entries("variables"))
        {
            var value = (variable.Value as YamlMapping)?.Text("default") ?? "";
            url = url.Replace($"{{{variable.Key.Text}}}", value, StringComparison.Ordinal);
        }

        return url;
    }

    private static string Name(YamlMapping server, DraftBuilder taken)
    {
        var text = $"{server.Text("description")} {server.Text("url")}";
        var name = Purpose().Match(text) is { Success: true } match ? match.Value.ToLowerInvariant() : "server";
        var unique = name;
        for (var number = 2; taken.Has(unique); number++)
        {
            unique = FormattableString.Invariant($"{name}{number}");
        }

        return unique;
    }

    [GeneratedRegex(
        @"\b(production|sandbox|staging|development|test|testing|demo|mock|live|local|uat|qa|integration)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Purpose();
}
