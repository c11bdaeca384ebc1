using System.Collections.Immutable;
using Conformance.Specification.Drafts;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Import;

/// <summary>The operations of a document as endpoints. One that could not be called as it is meant is left out, and said.</summary>
internal sealed class OperationImport
{
    private const string NotSaid =
        "TODO: OpenAPI does not say whether the request may be repeated safely (idempotency), which limits hold, nor what it does to a resource.";

    private readonly ImportContext context;
    private readonly SecurityImport security;
    private readonly BodyImport bodies;
    private readonly ResponseImport responses;
    private readonly ParameterImport parameters;
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public OperationImport(ImportContext context, SecurityImport security, BodyImport bodies)
    {
        (this.context, this.security, this.bodies) = (context, security, bodies);
        responses = new ResponseImport(context, bodies);
        parameters = new ParameterImport(context, bodies);
    }

    /// <summary>The endpoints in document order, and what was left out.</summary>
    public DraftList Of(IEnumerable<PathOperation> operations)
    {
        var endpoints = ImmutableArray.CreateBuilder<Draft>();
        foreach (var operation in operations)
        {
            if (Of(operation, out var obstacle) is { } endpoint && obstacle is null)
            {
                context.Ledger.Carried(ImportKinds.Operations);
                endpoints.Add(endpoint);
            }
            else
            {
                context.Ledger.Left(ImportKinds.Operations, "operation", obstacle!, operation.Method.Location);
            }
        }

        return new DraftList(endpoints.ToImmutable());
    }

    private DraftMapping? Of(PathOperation operation, out string? obstacle)
    {
        var node = operation.Node;
        obstacle = Unsayable(operation);
        if (obstacle is not null)
        {
            return null;
        }

        var protection = security.Of(node, out obstacle);
        if (obstacle is not null)
        {
            return null;
        }

        var endpoint = new DraftBuilder();
        if (node.Text("operationId") is { } id && ids.Add(id))
        {
            endpoint.Add("operation_id", id, node.Find("operationId")!.Location);
        }

        // An export gives every operation a summary; where it says no more than the rest, it is not kept.
        var description = node.Text("description");
        var summary = node.Text("summary");
        summary = summary == operation.Name || summary == description?.Trim() ? null : summary;
        endpoint
            .Add("method", operation.Method.Text.ToUpperInvariant(), operation.Method.Location)
            .Add("path", operation.Path, operation.Method.Location)
            .Add("summary", summary)
            .Add("description", description ?? summary)
            .Add("security", protection);
        obstacle = parameters.Fill(operation.Path, operation.Item, node, endpoint);
        var request = bodies.Request(node, out var unsendable);
        obstacle ??= unsendable;
        if (obstacle is not null)
        {
            return null;
        }

        endpoint.Add("request", request).Add("responses", responses.Of(node), node.Find("responses")?.Location);
        Others(node, endpoint);
        var isUnsafe = operation.Method.Text is "post" or "patch" or "put" or "delete";
        return endpoint.Build(node.Location) with
        {
            Comment = isUnsafe && node.Find("x-integration-idempotency") is null ? NotSaid : null,
        };
    }

    private static string? Unsayable(PathOperation operation) =>
        operation.Method.Text is "trace" or "query"
            ? $"a specification has no method {operation.Method.Text.ToUpperInvariant()}"
        : operation.Path.AsSpan().ContainsAny('?', '#') ? "its path has a query or a fragment"
        : operation.Node.Find("servers") is YamlSequence { Items.IsEmpty: false }
        || operation.Item.Find("servers") is YamlSequence { Items.IsEmpty: false }
            ? "it has servers of its own, and a run has one base URL"
        : null;

    /// <summary>What people use for finding their way is kept under a name that the dialect leaves alone.</summary>
    private static void Others(YamlMapping node, DraftBuilder endpoint)
    {
        if (node.Find("tags") is YamlSequence { Items.IsEmpty: false } tags)
        {
            endpoint.Add("x-tags", DraftBuilder.Copy(tags));
        }

        // An export says beside it since when, until when, and what to use instead.
        if (node.IsTrue("deprecated") && node.Find(Extensions.Of("deprecated")) is null)
        {
            endpoint.Add("deprecated", true);
        }

        foreach (var entry in node.Entries)
        {
            if (Extensions.WordOf(entry.Key.Text) is { } word)
            {
                endpoint.Add(word, Extensions.Unpack(entry.Value));
            }
        }
    }
}
