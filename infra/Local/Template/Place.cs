using YamlDotNet.RepresentationModel;

namespace Shares.Local.Template;

/// <summary>Whose part of a template is being read: for messages, and to resolve names.</summary>
internal sealed record Place(Stack Stack, string Section)
{
    public TemplateException Error(YamlNode at, string message) =>
        new($"{Stack.File}({at.Start.Line}): {Section}: {message}");
}
