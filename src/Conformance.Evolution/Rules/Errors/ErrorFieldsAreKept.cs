using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Errors;

/// <summary>Consumers find code, message and details of an error where they were.</summary>
internal sealed class ErrorFieldsAreKept()
    : EvolutionRule(
        "EVO-504",
        "Fields of errors are kept",
        "An error whose code stands in another field has none for those that look for it where it was."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        var (old, now) = (pair.Old.ErrorFormat, pair.New.ErrorFormat);
        var subject = pair.Section("error format", old?.Location, now?.Location);
        IEnumerable<Change> Field(string what, Func<ErrorRoles, string?> role) =>
            Promise(
                subject,
                what,
                old is null ? null : In(role(old.Roles), old.Location),
                now is null ? null : In(role(now.Roles), now.Location)
            );
        return new[]
        {
            Field("the field with the code", r => r.Code),
            Field("the field with the message", r => r.Message),
            Field("the field with the details", r => r.Details),
            Field("the member that names the offending field", r => r.DetailField),
            Field("the member that says what is wrong", r => r.DetailMessage),
            Field("the field with the request id", r => r.RequestId),
            Field("the field with the time", r => r.Timestamp),
            Promise(
                subject,
                "the media type of errors",
                In(old?.ContentType, old?.Location),
                In(now?.ContentType, now?.Location)
            ),
        }
            .SelectMany(c => c)
            .Select(c => c with { Direction = Direction.ToConsumer });
    }
}
