using Conformance.Specification.Model;

namespace Conformance.Evolution.Pairs;

/// <summary>Every message that both versions have, with the schemas of all its values.</summary>
internal sealed class MessagePairs(SpecificationPair pair)
{
    private readonly SchemaWalk walk = new(pair);

    public IEnumerable<SchemaPair> All() =>
        pair.Kept.SelectMany(Operation).Concat(Token()).Concat(Errors()).Concat(Limits()).Concat(Deliveries());

    private IEnumerable<SchemaPair> Operation(OperationPair operation)
    {
        var (old, now) = (operation.Old, operation.New);
        var name = operation.Name;
        return Positions(old.PathParameters, now.PathParameters, name)
            .Concat(Parameters(old.QueryParameters, now.QueryParameters, name))
            .Concat(Headers(old.Headers, now.Headers, name))
            .Concat(Of(old.Request?.Schema, now.Request?.Schema, Direction.ToProvider, $"{name}, request body"))
            .Concat(
                Both(old.Responses, now.Responses, r => $"{r.Status.Value}")
                    .SelectMany(r => Response(r.Old, r.New, $"{name}, response {r.New.Status.Value}"))
            )
            .Concat(
                Both(old.OtherResponses, now.OtherResponses, r => r.Name)
                    .SelectMany(r => Response(r.Old.Response, r.New.Response, $"{name}, response {r.New.Name}"))
            );
    }

    /// <summary>Path parameters go together by position: their names do not travel.</summary>
    private IEnumerable<SchemaPair> Positions(
        IReadOnlyList<ParameterDefinition> olds,
        IReadOnlyList<ParameterDefinition> news,
        string name
    ) =>
        olds.Zip(news)
            .SelectMany(p =>
                Of(
                    p.First.Schema,
                    p.Second.Schema,
                    Direction.ToProvider,
                    $"{name}, path parameter {p.Second.Name.Value}"
                )
            );

    private IEnumerable<SchemaPair> Parameters(
        IEnumerable<ParameterDefinition> olds,
        IEnumerable<ParameterDefinition> news,
        string name
    ) =>
        Both(olds, news, p => p.Name.Value)
            .SelectMany(p =>
                Of(p.Old.Schema, p.New.Schema, Direction.ToProvider, $"{name}, query parameter {p.New.Name.Value}")
            );

    private IEnumerable<SchemaPair> Headers(
        IEnumerable<HeaderDefinition> olds,
        IEnumerable<HeaderDefinition> news,
        string name
    ) =>
        Both(olds, news, h => h.Name.Value, StringComparer.OrdinalIgnoreCase)
            // How credentials and media types travel has rules of its own.
            .Where(h => h.New.Name.Value.ToUpperInvariant() is not ("AUTHORIZATION" or "CONTENT-TYPE"))
            .SelectMany(h =>
                Of(h.Old.Schema, h.New.Schema, Direction.ToProvider, $"{name}, request header {h.New.Name.Value}")
            );

    private IEnumerable<SchemaPair> Response(ResponseDefinition old, ResponseDefinition now, string place) =>
        Of(old.Schema, now.Schema, Direction.ToConsumer, $"{place} body")
            .Concat(
                Both(old.Headers, now.Headers, h => h.Name.Value, StringComparer.OrdinalIgnoreCase)
                    .SelectMany(h =>
                        Of(h.Old.Schema, h.New.Schema, Direction.ToConsumer, $"{place} header {h.New.Name.Value}")
                    )
            );

    private IEnumerable<SchemaPair> Token() =>
        Of(
            pair.Old.Authentication?.TokenEndpoint?.Response,
            pair.New.Authentication?.TokenEndpoint?.Response,
            Direction.ToConsumer,
            "token response"
        );

    private IEnumerable<SchemaPair> Errors() =>
        Of(pair.Old.ErrorFormat?.Schema, pair.New.ErrorFormat?.Schema, Direction.ToConsumer, "error format");

    private IEnumerable<SchemaPair> Limits() =>
        pair.Old.RateLimits?.ExceededResponse is { } old && pair.New.RateLimits?.ExceededResponse is { } now
            ? Response(old, now, "answer to a request over the limit")
            : [];

    private IEnumerable<SchemaPair> Deliveries() =>
        Of(pair.Old.Webhooks?.Envelope, pair.New.Webhooks?.Envelope, Direction.ToConsumer, "webhook envelope")
            .Concat(
                Both(pair.Old.Webhooks?.Events ?? [], pair.New.Webhooks?.Events ?? [], e => e.Name.Value)
                    .SelectMany(e =>
                        Of(e.Old.Payload, e.New.Payload, Direction.ToConsumer, $"webhook {e.New.Name.Value}")
                    )
            );

    private IEnumerable<SchemaPair> Of(SchemaNode? old, SchemaNode? now, Direction direction, string place) =>
        old is null || now is null ? [] : walk.From(old, now, direction, place);

    private static IEnumerable<(T Old, T New)> Both<T>(
        IEnumerable<T> olds,
        IEnumerable<T> news,
        Func<T, string> key,
        StringComparer? comparer = null
    )
        where T : class =>
        Matching
            .By(olds, news, key, comparer)
            .Where(p => p.Old is not null && p.New is not null)
            .Select(p => (p.Old!, p.New!));
}
