using System.Text.Json.Nodes;
using Conformance.Simulator.Errors;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults.Shared;

/// <summary>Changes error answers in the declared format; those of the token endpoint are not in it.</summary>
internal static class ErrorBodies
{
    /// <summary>Whether an answer has an error body in the declared format.</summary>
    public static bool IsError(this Reply reply, Call call) =>
        reply is { Status: >= 400, Body: JsonObject } && !call.IsForToken;

    /// <summary>The error answer with a part of its body changed; other answers as they are.</summary>
    /// <param name="reply">The honest answer.</param>
    /// <param name="call">The call.</param>
    /// <param name="part">Which part.</param>
    /// <param name="change">Given the body and the part's path.</param>
    public static Reply ChangeError(
        this Reply reply,
        Call call,
        Func<ErrorRoles, string?> part,
        Action<JsonObject, string> change
    )
    {
        var path = part(ErrorWriter.RolesOf(call.World.Specification));
        return path is null || !reply.IsError(call)
            ? reply
            : reply.Edit(body =>
            {
                change(body.AsObject(), path);
                return body;
            });
    }

    /// <summary>The error answer without a part of its body.</summary>
    public static Reply WithoutErrorPart(this Reply reply, Call call, Func<ErrorRoles, string?> part) =>
        reply.ChangeError(call, part, DottedPath.Remove);
}
