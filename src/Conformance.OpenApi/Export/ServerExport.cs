using System.Collections.Immutable;
using Conformance.Specification.Drafts;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Export;

/// <summary>Environments as servers; what has no address of its own goes along as an extension.</summary>
internal static class ServerExport
{
    /// <summary>Adds the servers.</summary>
    public static void Write(IntegrationSpecification specification, RawSpecification raw, DraftBuilder document)
    {
        var servers = new List<Draft>();
        var others = new DraftBuilder();
        foreach (var environment in specification.Environments)
        {
            var written = raw.Section("environments")?.Find(environment.Name.Value) as YamlMapping;
            if (environment.BaseUrl?.Value is not { } url || url.Contains('{', StringComparison.Ordinal))
            {
                others.Add(environment.Name.Value, written is null ? null : Extensions.Pack(written));
                continue;
            }

            servers.Add(
                new DraftBuilder()
                    .Add("url", url)
                    .Add("description", environment.Purpose?.Value)
                    .Add(Extensions.Name, environment.Name.Value)
                    .Add(Extensions.Of("environment"), RawSpecification.Rest(written, "base_url", "purpose"))
                    .Build()
            );
        }

        // What OpenAPI takes for granted where there are none, written out for tools that want to see it.
        ImmutableArray<Draft> none = [new DraftBuilder().Add("url", "/").Build()];
        document.Add("servers", new DraftList(servers.Count == 0 ? none : [.. servers]));
        document.Add(Extensions.Of("environments"), others);
    }
}
