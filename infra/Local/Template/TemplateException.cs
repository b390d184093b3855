namespace Shares.Local.Template;

/// <summary>A template holds something that the local cloud does not understand. The message names file, line and resource.</summary>
public sealed class TemplateException(string message) : Exception(message);
