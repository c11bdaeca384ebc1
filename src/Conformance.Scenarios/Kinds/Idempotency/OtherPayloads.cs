using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Kinds.ValidationErrors;
using Conformance.Scenarios.Payloads;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Idempotency;

/// <summary>
/// The payloads that are nearly a given one: each field changed, each optional one left out, and for arrays an element
/// more, an element less, and the last element changed or put first. A fingerprint covers all of it.
/// </summary>
internal sealed class OtherPayloads
{
    private readonly EndpointContext context;
    private readonly RequestBody definition;
    private readonly List<BodyField> fields;
    private readonly JsonNode? payload;

    private OtherPayloads(EndpointContext context, RequestTemplate request)
    {
        this.context = context;
        definition = context.Endpoint.Request!;
        fields = [.. new BodyFields(context.Context.Effective).Of(definition.Schema)];
        payload = WithSecondElements(JsonNode.Parse(((BodyTemplate.Json)request.Body).Value.GetRawText()));
        Request = context.WithBody(request, payload);
    }

    /// <summary>The request whose payload the others are compared with: arrays have two unlike elements where they may.</summary>
    public RequestTemplate Request { get; }

    /// <summary>The requests that differ from it, each with what is different; those that fingerprints forget most easily first.</summary>
    public IEnumerable<(string Difference, RequestTemplate Request)> All =>
        OfArrays()
            .Concat(OfFields())
            .Concat(OfOptionalFields())
            .Where(o => o.Payload is not null && !JsonNode.DeepEquals(o.Payload, payload) && IsValid(o.Payload))
            .Select(o => (o.Difference, context.WithBody(Request, o.Payload)));

    /// <summary>The payloads that are nearly that of a request.</summary>
    /// <param name="context">The operation.</param>
    /// <param name="request">A valid request with a body.</param>
    public static OtherPayloads Of(EndpointContext context, RequestTemplate request) => new(context, request);

    private IEnumerable<(string Difference, JsonNode? Payload)> OfArrays()
    {
        foreach (var field in fields.Where(f => f.Template.HasElements && f.Template.LastName is not null))
        {
            if (LastOf(field) is { } last)
            {
                yield return ($"other {last}", OtherValue.At(payload, last, field.Schema, IsValid));
            }
        }

        foreach (var array in Arrays())
        {
            var elements = (JsonArray)PayloadEditor.Find(payload, array.First)!;
            var another = PayloadGenerator.Distinct(elements[0]?.DeepClone(), array.Schema, elements.Count);
            yield return (
                $"one more of {array.First}",
                PayloadEditor.With(payload, array.First.Element(elements.Count), another)
            );
            if (elements.Count > 1)
            {
                yield return (
                    $"one less of {array.First}",
                    PayloadEditor.Without(payload, array.First.Element(elements.Count - 1))
                );
                yield return ($"{array.First} in another order", Reversed(array, elements));
            }
        }
    }

    private IEnumerable<(string Difference, JsonNode? Payload)> OfFields() =>
        fields
            .Where(f => f.Template.LastName is not null)
            .Select(f => ($"other {f.First}", OtherValue.In(payload, f, IsValid)));

    private IEnumerable<(string Difference, JsonNode? Payload)> OfOptionalFields() =>
        fields
            .Where(f => f is { Template.LastName: not null, Required: null })
            .Where(f => PayloadEditor.Find(payload, f.First) is not null)
            .Select(f => ($"without {f.First}", PayloadEditor.Without(payload, f.First)));

    // Elements have an order in JSON; where a specification compares payloads otherwise, nobody knows.
    private JsonNode? Reversed(BodyField array, JsonArray elements) =>
        context.Endpoint.Idempotency?.Canonicalization is "json" or "raw"
            ? PayloadEditor.With(
                payload,
                array.First,
                new JsonArray([.. elements.Reverse().Select(e => e?.DeepClone())])
            )
            : null;

    private JsonNode? WithSecondElements(JsonNode? written)
    {
        var grown = written;
        foreach (var field in fields.Where(f => f.Template.HasElements))
        {
            var place = ElementPlaces.First(fields, field, grown);
            if (!IsValid(place.Body))
            {
                continue;
            }

            grown = place.Body;
            if (field.Template.LastName is not null && !HasUnlikeElements(field, grown))
            {
                grown = OtherValue.At(grown, field.Template.At(1, 0), field.Schema, IsValid) ?? grown;
            }
        }

        return grown;
    }

    private static bool HasUnlikeElements(BodyField field, JsonNode? body) =>
        PayloadEditor.Find(body, Outermost(field)) is not JsonArray { Count: > 1 } elements
        || !JsonNode.DeepEquals(elements[0], elements[^1]);

    private IEnumerable<BodyField> Arrays() =>
        fields.Where(f => !f.Template.HasElements && PayloadEditor.Find(payload, f.First) is JsonArray { Count: > 0 });

    // Null where the first element is the last one too.
    private FieldPath? LastOf(BodyField field) =>
        PayloadEditor.Find(payload, Outermost(field)) is JsonArray { Count: > 1 } elements
            ? field.Template.At(elements.Count - 1, 0)
            : null;

    private static FieldPath Outermost(BodyField field)
    {
        var path = field.Template.ToString();
        return FieldPath.Parse(path[..path.IndexOf("[]", StringComparison.Ordinal)]);
    }

    private bool IsValid(JsonNode? candidate) =>
        context.Context.Judge.Agrees(definition.Schema, candidate, isValid: true);
}
