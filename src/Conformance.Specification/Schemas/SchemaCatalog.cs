using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Conformance.Specification.Model;

namespace Conformance.Specification.Schemas;

/// <summary>A schema of a specification under its name.</summary>
/// <param name="Name">Stable and usable as a file name: <c>create-order.response.201</c>.</param>
/// <param name="Schema">The schema.</param>
public sealed record CatalogEntry(string Name, ContractSchema Schema);

/// <summary>Every schema of a specification under a stable name.</summary>
public static class SchemaCatalog
{
    private const int MaxLength = 120;

    private static readonly FrozenSet<string> Devices = FrozenSet.Create(
        StringComparer.Ordinal,
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })]
    );

    /// <summary>All schemas of bodies: of every endpoint in document order, then those that several share, then the data models.</summary>
    /// <param name="specification">The specification.</param>
    public static ImmutableArray<CatalogEntry> Of(IntegrationSpecification specification)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. Named(specification)
                .Select(entry => new CatalogEntry(
                    Free(FileName(entry.Name), taken),
                    ContractSchema.Create(entry.Node, specification)
                )),
        ];
    }

    private static IEnumerable<(string Name, SchemaNode Node)> Named(IntegrationSpecification specification) =>
        specification
            .Endpoints.SelectMany(OfEndpoint)
            .Concat(One("error", specification.ErrorFormat?.Schema))
            .Concat(One("token.response", specification.Authentication?.TokenEndpoint?.Response))
            .Concat(One("rate-limit.response", specification.RateLimits?.ExceededResponse?.Schema))
            .Concat(One("webhook.envelope", specification.Webhooks?.Envelope))
            .Concat(specification.Webhooks?.Events.SelectMany(e => One($"webhook.{e.Name.Value}", e.Payload)) ?? [])
            .Concat(specification.DataModels.SelectMany(model => One($"model.{model.Name.Value}", model.Schema)));

    private static IEnumerable<(string Name, SchemaNode Node)> OfEndpoint(Endpoint endpoint) =>
        One($"{endpoint.OperationId.Value}.request", endpoint.Request?.Schema)
            .Concat(
                endpoint.Responses.SelectMany(response =>
                    One(
                        $"{endpoint.OperationId.Value}.response.{response.Status.Value.ToString(CultureInfo.InvariantCulture)}",
                        response.Schema
                    )
                )
            );

    private static IEnumerable<(string Name, SchemaNode Node)> One(string name, SchemaNode? node) =>
        node is null ? [] : [(name, node)];

    // createOrder -> create-order; whatever a file system might object to becomes a hyphen.
    private static string FileName(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (
                char.IsAsciiLetterUpper(c)
                && i > 0
                && (char.IsAsciiLetterLower(name[i - 1]) || char.IsAsciiDigit(name[i - 1]))
            )
            {
                text.Append('-');
            }

            text.Append(char.IsAsciiLetterOrDigit(c) || c == '.' ? char.ToLowerInvariant(c) : '-');
        }

        var cleaned = text.ToString().Trim('-', '.');
        // Windows knows devices by these names, whatever follows the first dot; and no file system takes any length.
        cleaned = Devices.Contains(cleaned.Split('.')[0]) ? $"op-{cleaned}" : cleaned;
        return cleaned.Length <= MaxLength ? cleaned : cleaned[..MaxLength].TrimEnd('-', '.');
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var i = 2; !taken.Add(free); i++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name}-{i}");
        }

        return free;
    }
}
